#include <iostream>

#include "cli/program.hpp"

int main(int count, char** values) {
  std::ios::sync_with_stdio(false);
  using namespace chancery::cli;
  Console console(std::cout, std::cerr, look_at_screen());
  return run_program({values + (count > 0 ? 1 : 0), values + count}, console);
}
