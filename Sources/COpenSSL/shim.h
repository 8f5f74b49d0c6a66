#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

// Macros that Swift does not see, because they are strings or have a cast in them.
static const char *const minben_group_sm2 = "SM2";
static const char *const minben_parameter_digest = OSSL_MAC_PARAM_DIGEST;
static const char *const minben_parameter_group = OSSL_PKEY_PARAM_GROUP_NAME;
static const char *const minben_parameter_public_key = OSSL_PKEY_PARAM_PUB_KEY;
static const char *const minben_parameter_private_key = OSSL_PKEY_PARAM_PRIV_KEY;

static inline OSSL_PARAM minben_text_parameter(const char *name, char *text) {
    return OSSL_PARAM_construct_utf8_string(name, text, 0);
}

static const int minben_key_pair = EVP_PKEY_KEYPAIR;
static const int minben_public_key = EVP_PKEY_PUBLIC_KEY;
