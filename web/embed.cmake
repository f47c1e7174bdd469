# Writes OUTPUT/embedded.S and embedded.cpp, which hold every file below DIST. Run by the build as a script.
cmake_policy(VERSION 3.25)
set(type_html "text/html; charset=utf-8")
set(type_js "text/javascript; charset=utf-8")
set(type_css "text/css; charset=utf-8")
set(type_svg "image/svg+xml")
set(type_png "image/png")
set(type_woff2 "font/woff2")
set(type_wasm "application/wasm")

file(GLOB_RECURSE files RELATIVE ${DIST} ${DIST}/*)
list(SORT files)
set(assembly ".section .note.GNU-stack,\"\",%progbits\n.section .rodata\n")
set(index 0)
foreach(file IN LISTS files)
    get_filename_component(extension ${file} LAST_EXT)
    string(SUBSTRING ${extension} 1 -1 extension)
    if(NOT DEFINED type_${extension})
        message(FATAL_ERROR "embed.cmake: no content type for ${file}")
    endif()
    string(APPEND assembly
        ".global wrapup_asset_${index}\n.global wrapup_asset_${index}_end\n"
        "wrapup_asset_${index}:\n.incbin \"${DIST}/${file}\"\nwrapup_asset_${index}_end:\n.byte 0\n")
    string(APPEND symbols
        "extern \"C\" const char wrapup_asset_${index}[];\nextern \"C\" const char wrapup_asset_${index}_end[];\n")
    string(APPEND rows
        "    {\"${file}\", \"${type_${extension}}\",\n"
        "     {wrapup_asset_${index}, static_cast<std::size_t>(wrapup_asset_${index}_end - wrapup_asset_${index})}},\n")
    math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT}/embedded.S "${assembly}")
file(WRITE ${OUTPUT}/embedded.cpp "#include \"server/http/embedded.hpp\"

${symbols}
namespace wrapup::server {

std::span<const Asset> assets() {
    static const Asset all[] = {
${rows}    };
    return all;
}

}  // namespace wrapup::server
")
