// Built without the flags of the library's package, as by who forgets them.
#undef CPPHTTPLIB_OPENSSL_SUPPORT
#undef CPPHTTPLIB_ZLIB_SUPPORT
#undef CPPHTTPLIB_BROTLI_SUPPORT
#include <httplib.h>

namespace wrapup::server::test {

// Nothing else of the library may be used here: it would be mixed with what the others use.
extern const std::size_t request_bytes_without_flags;
const std::size_t request_bytes_without_flags = sizeof(httplib::Request);

}  // namespace wrapup::server::test
