# Writes OUTPUT/embedded.S and embedded.cpp, which hold every file below DIST, and FILE.br as the compressed form
# of FILE. Run by the build as a script.
cmake_policy(VERSION 3.25)
set(type_html "text/html; charset=utf-8")
set(type_js "text/javascript; charset=utf-8")
set(type_css "text/css; charset=utf-8")
set(type_ts "text/plain; charset=utf-8")
set(type_svg "image/svg+xml")
set(type_png "image/png")
set(type_woff2 "font/woff2")
set(type_wasm "application/wasm")

file(GLOB_RECURSE files RELATIVE ${DIST} ${DIST}/*)
list(FILTER files EXCLUDE REGEX "\\.br$")
list(SORT files)
set(assembly ".section .note.GNU-stack,\"\",%progbits\n.section .rodata\n")
set(symbols "")

# Appends the file to the assembly, from SYMBOL to SYMBOL_end.
function(embed file symbol)
    string(APPEND assembly ".global ${symbol}\n.global ${symbol}_end\n"
           "${symbol}:\n.incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND symbols "extern \"C\" const char ${symbol}[];\nextern \"C\" const char ${symbol}_end[];\n")
    set(assembly "${assembly}" PARENT_SCOPE)
    set(symbols "${symbols}" PARENT_SCOPE)
endfunction()

set(index 0)
foreach(file IN LISTS files)
    get_filename_component(extension ${file} LAST_EXT)
    string(SUBSTRING ${extension} 1 -1 extension)
    if(NOT DEFINED type_${extension})
        message(FATAL_ERROR "embed.cmake: no content type for ${file}")
    endif()
    embed(${DIST}/${file} wrapup_asset_${index})
    set(bodies "between(wrapup_asset_${index}, wrapup_asset_${index}_end)")
    if(EXISTS ${DIST}/${file}.br)
        embed(${DIST}/${file}.br wrapup_asset_${index}_br)
        string(APPEND bodies ", between(wrapup_asset_${index}_br, wrapup_asset_${index}_br_end)")
    else()
        string(APPEND bodies ", {}")
    endif()
    string(APPEND rows "        {\"${file}\", \"${type_${extension}}\", ${bodies}},\n")
    math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT}/embedded.S "${assembly}")
file(WRITE ${OUTPUT}/embedded.cpp "#include \"server/http/embedded.hpp\"

${symbols}
namespace wrapup::server {
namespace {

std::string_view between(const char* start, const char* end) { return {start, static_cast<std::size_t>(end - start)}; }

}  // namespace

std::span<const Asset> assets() {
    static const Asset all[] = {
${rows}    };
    return all;
}

}  // namespace wrapup::server
")
