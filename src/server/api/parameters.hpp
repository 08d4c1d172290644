// Query parameters, checked: each answer of the API says which parameters it knows, and anything else is a 400 that
// names the parameter, so that a mistyped filter is never silently no filter.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "document/codes.hpp"
#include "server/message.hpp"

namespace chancery::server::api {

class Parameters {
 public:
  /// Refers to `request`, which must outlive it. Throws ProblemError for a name not in `known`.
  Parameters(const Request& request, const std::vector<std::string_view>& known);

  // Each throws ProblemError naming the parameter; those with one value also where it is given twice.
  std::string text(std::string_view name, size_t most_bytes = 1000) const;
  std::vector<std::string> texts(std::string_view name) const;
  size_t number(std::string_view name, size_t least, size_t most, size_t otherwise) const;
  bool flag(std::string_view name) const;
  std::optional<Day> day(std::string_view name) const;
  /// ISO 3166-1 alpha-3.
  std::string country(std::string_view name) const;
  std::vector<std::string> countries(std::string_view name) const;
  std::vector<std::string> years(std::string_view name) const;
  /// The first choice where not given.
  std::string_view choice(std::string_view name, std::initializer_list<std::string_view> choices) const;
  /// Throws where not given.
  std::string_view required_choice(std::string_view name, std::initializer_list<std::string_view> choices) const;

  template <typename E>
  std::vector<E> codes(std::string_view name) const {
    std::vector<E> values;
    for (const std::string& text : texts(name)) {
      const auto value = parse<E>(text);
      if (!value) refuse_choice(name, text, {Names<E>::all.begin(), Names<E>::all.end()});
      values.push_back(*value);
    }
    return values;
  }

 private:
  std::optional<std::string> single(std::string_view name) const;
  [[noreturn]] static void refuse(std::string_view name, const std::string& why);
  [[noreturn]] static void refuse_choice(std::string_view name, const std::string& given, const std::vector<std::string_view>& choices);

  const Request& request_;
};

}  // namespace chancery::server::api
