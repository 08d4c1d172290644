#include <fmt/format.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "app/engine.hpp"
#include "cli/command.hpp"
#include "cli/record_option.hpp"
#include "cli/who.hpp"
#include "server/server.hpp"

namespace chancery::cli {
namespace {

class ServeCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  RecordOption record_;
  std::string address_, token_file_, assets_;
  int port_ = -1;
  unsigned threads_ = 0;
  std::vector<std::string> hosts_;
  bool log_ = false, json_ = false;
  server::ServerOptions options_;
};

void ServeCommand::declare(CLI::App& app) {
  const server::ServerOptions standard;
  record_.declare(app);
  app.add_option("--address", address_, fmt::format("IP address to listen at; at any but this machine's own everybody shows a token. [default: {}]", standard.address))->type_name("IP");
  app.add_option("-p,--port", port_, fmt::format("Port; 0 takes any free one. [default: {}]", standard.port))->type_name("PORT")->check(CLI::Range(0, 65535))->default_str("");
  app.add_option("--token-file", token_file_, "A file that only you can read, with a token for those who read and have none of their own; else CHANCERY_TOKEN.")->type_name("FILE");
  app.add_option("--host-name", hosts_, "A name by which the server may be called, beside its address.")->type_name("NAME");
  app.add_option("--threads", threads_, fmt::format("Threads that answer. [default: {}]", standard.threads))->type_name("N")->check(CLI::Range(1, 64))->default_str("");
  app.add_option("--assets", assets_, "Serve the page's files from this folder instead of those in the program.")->type_name("FOLDER");
  app.add_flag("--log", log_, "A line to standard error for each request.");
  app.add_flag("--json", json_, "Print the address as one JSON object.");
}

void ServeCommand::setup(const Screen&) {
  server::apply_environment(options_, [](const char* name) -> const char* { return std::getenv(name); });
  options_.record = record_.path;
  options_.local_user = user_name();
  if (!address_.empty()) options_.address = address_;
  if (port_ >= 0) options_.port = static_cast<uint16_t>(port_);
  if (threads_ > 0) options_.threads = threads_;
  if (!assets_.empty()) options_.assets = assets_;
  options_.host_names.insert(options_.host_names.end(), hosts_.begin(), hosts_.end());
}

int ServeCommand::run(Console& console) {
  if (!token_file_.empty()) options_.token = server::read_token(token_file_);
  server::check(options_);
  if (log_) options_.access_log = [&console](std::string_view line) { console.note(line); };
  server::Server server(options_, server::api::program_of(std::make_shared<const app::Engine>()));
  if (json_) {
    console.print_json(nlohmann::ordered_json{{"address", server.address()}, {"record", options_.record.string()}}.dump());
  } else {
    console.print(fmt::format("The reading room is open at {}\n", console.styled(server.address(), Style::bold)));
    console.print(console.styled("Ctrl-C closes it.\n", Style::dim));
  }
  console.flush();
  server.run();
  return kDone;
}

}  // namespace

Verb serve_verb() {
  return {.name = "serve",
          .summary = "open the record in the reading room, in a browser",
          .about = "Serves the reading room and the API under /api/v1 until it is stopped with Ctrl-C. It listens at this machine's own address, "
                   "where without a token whoever asks from this machine may correct. At any other address everybody shows a token: their own, which `chancery users` gives "
                   "them, or that of the server, which only reads. Adding while it runs works. Settings come from these options, else from CHANCERY_ADDRESS, "
                   "CHANCERY_PORT, CHANCERY_TOKEN, CHANCERY_HOST_NAMES and CHANCERY_THREADS.",
          .examples = {{"chancery serve", "at http://127.0.0.1:8417/"},
                       {"chancery serve --address 0.0.0.0 --token-file token --host-name readouts.example.org", "for others, each with a token of their own or that of the server"}},
          .exits = {{kDone, "stopped by Ctrl-C or SIGTERM"}, {kIo, "the port is in use or not allowed"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<ServeCommand>()); }};
}

}  // namespace chancery::cli
