// Files of lines whose first word names a class and whose other words belong to it; "#" begins a comment line.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace chancery {

/// `take` gets each class with each of its words, and returns false where there is no such class: then Error(input) names
/// the file, the line and what may stand there (`classes`: "no kind of noun"). Throws Error(io) where the file is missing.
void for_each_in_class(const std::filesystem::path& file, std::string_view classes, const std::function<bool(const std::string& name, const std::string& word)>& take);

}  // namespace chancery
