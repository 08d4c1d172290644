// Names and words as they are compared: lower case, unaccented, words parted by one space.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chancery::record {

/// "Donald J. Trump" => "donald j trump", "Al-Khalifa" => "al khalifa", "Čaputová" => "caputova".
std::string normal(std::string_view name);

std::vector<std::string> words_of(std::string_view normalised);

}  // namespace chancery::record
