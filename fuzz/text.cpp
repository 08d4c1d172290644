#include "reading.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  chancery::fuzz::read_as(chancery::readers::Input::text, data, size);
  return 0;
}
