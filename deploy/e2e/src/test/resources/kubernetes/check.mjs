// Holds objects, one a line of JSON, against the models that are made of the operators' own types, and
// prints one line of JSON for each: what is wrong with it. Missing required fields and wrong types are
// what the models' validators say; a field they never look at is one that the operator does not know.
import { readFileSync } from "node:fs";
import { validate as cluster } from "./node_modules/@kubernetes-models/cloudnative-pg/_schemas/ComGithubCloudnativePgCloudnativePgApiV1Cluster.js";
import { validate as elasticsearch } from "./node_modules/@kubernetes-models/elastic-cloud/_schemas/ComGithubElasticCloudOnK8sV3PkgApisElasticsearchV1Elasticsearch.js";

const validators = {
  "postgresql.cnpg.io/v1 Cluster": cluster,
  "elasticsearch.k8s.elastic.co/v1 Elasticsearch": elasticsearch,
};

// Settings of the server itself, which the operator hands on.
const free = /^\/spec\/nodeSets\/\d+\/config\/[^/]+$/;

const isObject = (value) => value !== null && typeof value === "object";

// The same value, which notes where it is looked at.
function watched(value, path, seen) {
  if (!isObject(value)) {
    return value;
  }
  return new Proxy(value, {
    get(target, key) {
      const inner = target[key];
      if (typeof key === "symbol" || typeof inner === "function") {
        return inner;
      }
      seen.add(`${path}/${key}`);
      return watched(inner, `${path}/${key}`, seen);
    },
  });
}

function paths(value, path) {
  return isObject(value)
    ? Object.keys(value).flatMap((key) => [`${path}/${key}`, ...paths(value[key], `${path}/${key}`)])
    : [];
}

function wrong(object) {
  const validate = validators[`${object.apiVersion} ${object.kind}`];
  if (!validate) {
    return [`no model for ${object.apiVersion} ${object.kind}`];
  }
  const seen = new Set();
  const errors = validate(watched(object, "", seen))
    ? []
    : validate.errors.map((error) => `${error.instancePath} ${error.keyword} ${JSON.stringify(error.params)}`);
  const unknown = paths(object, "")
    .filter((path) => !seen.has(path) && !free.test(path))
    .map((path) => `${path} is not known`);
  return [...errors, ...unknown];
}

for (const line of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  console.log(JSON.stringify(wrong(JSON.parse(line))));
}
