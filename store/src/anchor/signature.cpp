#include "anchor/signature.hpp"

namespace birthcase::store {

Error no_private_key() {
  return {.kind = ErrorKind::syntax,
          .message =
              "expected a private Ed25519 key in PEM without a password: make one with `openssl genpkey "
              "-algorithm ed25519`",
          .path = "/private_key"};
}

Error no_public_key() {
  return {.kind = ErrorKind::syntax,
          .message = "expected a public Ed25519 key in PEM: take it from the private one with `openssl pkey -pubout`",
          .path = "/public_key"};
}

}  // namespace birthcase::store
