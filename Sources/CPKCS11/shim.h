// The types of PKCS #11; the token's own library is opened when it is named, so nothing is linked.
#include <p11-kit/pkcs11.h>
