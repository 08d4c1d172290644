// "--option value value..." into lists of values; the few options of a trainer need no more.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace chancery::train {

class Arguments {
 public:
  /// Throws Error(usage) for an option that is not among `known` and for a value before the first option.
  Arguments(const std::vector<std::string>& arguments, const std::vector<std::string>& known);

  bool has(const std::string& option) const { return values_.count(option) > 0; }
  /// Empty where the option is not given.
  std::vector<std::string> all(const std::string& option) const;
  /// The only value; throws Error(usage) where there is none or more than one.
  std::string one(const std::string& option) const;
  std::string one(const std::string& option, const std::string& otherwise) const { return has(option) ? one(option) : otherwise; }

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

}  // namespace chancery::train
