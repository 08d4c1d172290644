#include "train/command.hpp"

namespace chancery::train {

std::span<const Command> commands() {
  static const std::vector<Command> all = {
      {"segment", "--train FILES... [--dev FILES...] [--out FILE]", "Train where sentences end; write the section \"segment\".", run_segment},
  };
  return all;
}

}  // namespace chancery::train
