#include <csignal>
#include <iostream>

#include "cli/program.hpp"

int main(int count, char** values) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may not grow is an error to report, not to die of
  std::ios::sync_with_stdio(false);
  using namespace chancery::cli;
  Console console(std::cout, std::cerr, look_at_screen());
  return run_program({values + (count > 0 ? 1 : 0), values + count}, console);
}
