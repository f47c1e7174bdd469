// The types that cross to JavaScript, in the place of embind's own list of them: what is registered here is all that
// wrapup.mjs carries code for. A type that bindings.cpp comes to use and that is missing here fails its first test.
#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <emscripten/val.h>

#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <typeinfo>

namespace {

using namespace emscripten::internal;

// As embind.js numbers typed arrays.
constexpr unsigned uint32_array = 5;

}  // namespace

extern "C" {

// Without RTTI types have no names. embind frees it.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info*) { return strdup("one that is not registered"); }

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void __embind_register_native_and_builtin_types() {
    _embind_register_void(TypeID<void>::get(), "void");
    _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
    _embind_register_integer(TypeID<std::uint32_t>::get(), "uint32", sizeof(std::uint32_t), 0,
                             std::numeric_limits<std::uint32_t>::max());
    _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
    _embind_register_std_string(TypeID<std::string>::get(), "string");
    _embind_register_emval(TypeID<emscripten::val>::get(), "val");
    _embind_register_memory_view(TypeID<emscripten::memory_view<std::uint32_t>>::get(), uint32_array, "uint32s");
}
}
