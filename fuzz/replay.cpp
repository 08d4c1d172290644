// Runs a fuzz target over the files named on the command line, for compilers without libFuzzer.
#include <cstdint>
#include <cstdio>

#include "base/file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    const std::string bytes = chancery::read_file(arguments[i]);
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  }
  std::printf("%d files\n", count - 1);
}
