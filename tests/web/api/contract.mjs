// api/openapi.yaml as something that responses and parameters can be held against.
import Ajv2020 from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const at = (node, pointer) => pointer.split("/").slice(1).reduce((inner, key) => inner[key.replaceAll("~1", "/").replaceAll("~0", "~")], node);
const escaped = (key) => key.replaceAll("~", "~0").replaceAll("/", "~1");

export class Contract {
  constructor(file) {
    this.description = parse(readFileSync(file, "utf8"));
    this.root = this.description.servers[0].url;
    // The description holds words of OpenAPI that JSON Schema does not know, hence no strict mode.
    this.ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
    this.ajv.addSchema(this.description, "contract");
    this.validators = new Map();
  }

  /** Paths that can be read. */
  paths() {
    return Object.keys(this.description.paths).filter((path) => this.description.paths[path].get);
  }

  /** Paths to which something can be sent. */
  posts() {
    return Object.keys(this.description.paths).filter((path) => this.description.paths[path].post);
  }

  /** What is wrong with a body by the description of what is sent there. */
  faultsOfBody(path, value) {
    const body = this.description.paths[path].post.requestBody;
    const pointer = `contract#${body.$ref ? body.$ref.slice(1) : `/paths/${escaped(path)}/post/requestBody`}/content/application~1json/schema`;
    if (!this.validators.has(pointer)) this.validators.set(pointer, this.ajv.compile({ $ref: pointer }));
    const validate = this.validators.get(pointer);
    return validate(value) ? [] : validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`);
  }

  resolved(node) {
    return node && node.$ref ? this.resolved(at(this.description, node.$ref.slice(1))) : node;
  }

  parameters(path, place) {
    return (this.description.paths[path].get.parameters ?? []).map((node) => this.resolved(node)).filter((node) => node.in === place);
  }

  /** What is wrong with a response of that path, as lines; empty when it is as described. */
  faults(path, status, mediaType, body, method = "get") {
    const responses = this.description.paths[path][method].responses;
    const described = this.resolved(responses[status] ?? responses.default);
    if (!described) return [`status ${status} is not described`];
    const plain = mediaType.split(";")[0].trim();
    const key = plain in described.content ? plain : "*/*";
    if (!(key in described.content)) return [`media type ${plain} is not described for ${status}`];
    if (!plain.endsWith("json") || plain === "application/x-ndjson") return [];
    const owner = responses[status] ?? responses.default;
    const base = owner.$ref ? owner.$ref.slice(1) : `/paths/${escaped(path)}/${method}/responses/${status in responses ? status : "default"}`;
    const pointer = `contract#${base}/content/${escaped(key)}/schema`;
    if (!this.validators.has(pointer)) this.validators.set(pointer, this.ajv.compile({ $ref: pointer }));
    const validate = this.validators.get(pointer);
    if (validate(JSON.parse(body))) return [];
    return validate.errors.slice(0, 10).map((error) => `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
  }

  /** Values that a parameter takes, and values that it must refuse. */
  samples(parameter) {
    let schema = this.resolved(parameter.schema);
    if (schema.type === "array") schema = this.resolved(schema.items);
    // What must be on record to be found is given as examples, which the record of the test holds.
    if (schema.examples) return { good: schema.examples, bad: schema.maxLength ? ["x".repeat(schema.maxLength + 1)] : [] };
    if (schema.enum) return { good: schema.enum, bad: ["no-such-choice"] };
    if (schema.type === "boolean") return { good: ["true", "false"], bad: ["maybe"] };
    if (schema.type === "integer") {
      const least = schema.minimum ?? 0;
      return { good: [least], bad: ["x", least - 1, ...(schema.maximum ? [schema.maximum + 1] : [])] };
    }
    if (schema.pattern?.includes("[A-Z]{3}")) return { good: ["AZE"], bad: ["az", "AZER"] };
    if (schema.pattern?.includes("\\d{4}")) return { good: ["2017-11-19"], bad: ["2017-02-31", "x"] };
    return { good: ["Aliyev", "\"a (b"], bad: schema.maxLength ? ["x".repeat(schema.maxLength + 1)] : [] };
  }
}
