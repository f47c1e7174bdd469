// SQLite's way to the disk: everything goes on to the file system of Unix, and is told to the Disk before.
#include <sqlite3.h>

#include <new>
#include <stdexcept>

#include "tests/fault/disk.hpp"

namespace wrapup::server::fault {
namespace {

// What SQLite holds of an open file; that of the file system below lies behind it in the same memory.
struct OpenFile {
    sqlite3_file base;  // First: SQLite knows no more of it.
    std::string path;
    std::shared_ptr<Inode> inode;  // None of a temporary file, which nobody misses.
};

Disk the_disk;
sqlite3_vfs* unix_vfs = nullptr;

OpenFile& ours(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
sqlite3_file* below(sqlite3_file* file) { return reinterpret_cast<sqlite3_file*>(&ours(file) + 1); }
const sqlite3_io_methods& methods_below(sqlite3_file* file) { return *below(file)->pMethods; }

int close_file(sqlite3_file* file) {
    const int code = methods_below(file).xClose(below(file));
    ours(file).~OpenFile();
    return code;
}

int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
    if (const int code = the_disk.allow(Call::read); code != SQLITE_OK) return code;
    return methods_below(file).xRead(below(file), to, size, offset);
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
    OpenFile& open = ours(file);
    if (!open.inode) return methods_below(file).xWrite(below(file), from, size, offset);
    const std::string bytes(static_cast<const char*>(from), static_cast<std::size_t>(size));
    const int code = the_disk.write(*open.inode, open.path, static_cast<std::size_t>(offset), bytes);
    const int written = code == SQLITE_OK ? size : size / 2;
    const int code_below = methods_below(file).xWrite(below(file), from, written, offset);
    return code == SQLITE_OK ? code_below : code;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    OpenFile& open = ours(file);
    if (open.inode)
        if (const int code = the_disk.truncate(*open.inode, static_cast<std::size_t>(size)); code != SQLITE_OK)
            return code;
    return methods_below(file).xTruncate(below(file), size);
}

// Not passed on: a sync of the real disk would change nothing here, and takes its time.
int sync_file(sqlite3_file* file, int) {
    OpenFile& open = ours(file);
    return open.inode ? the_disk.sync(*open.inode, open.path) : SQLITE_OK;
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size) { return methods_below(file).xFileSize(below(file), size); }

int lock_file(sqlite3_file* file, int level) {
    if (const int code = the_disk.allow(Call::lock); code != SQLITE_OK) return code;
    return methods_below(file).xLock(below(file), level);
}

// Letting go is always allowed: it is what the kernel does with the locks of a process that ends.
int unlock_file(sqlite3_file* file, int level) { return methods_below(file).xUnlock(below(file), level); }

int check_reserved_lock(sqlite3_file* file, int* result) {
    return methods_below(file).xCheckReservedLock(below(file), result);
}

int control_file(sqlite3_file* file, int what, void* argument) {
    return methods_below(file).xFileControl(below(file), what, argument);
}

int sector_size(sqlite3_file* file) { return methods_below(file).xSectorSize(below(file)); }
int device_characteristics(sqlite3_file* file) { return methods_below(file).xDeviceCharacteristics(below(file)); }

int map_shared_memory(sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
    if (const int code = the_disk.allow(Call::lock); code != SQLITE_OK) return code;
    return methods_below(file).xShmMap(below(file), page, size, extend, memory);
}

int lock_shared_memory(sqlite3_file* file, int offset, int count, int flags) {
    const bool lets_go = (flags & SQLITE_SHM_UNLOCK) != 0;
    if (const int code = lets_go ? SQLITE_OK : the_disk.allow(Call::lock); code != SQLITE_OK) return code;
    return methods_below(file).xShmLock(below(file), offset, count, flags);
}

void shared_memory_barrier(sqlite3_file* file) { methods_below(file).xShmBarrier(below(file)); }
int unmap_shared_memory(sqlite3_file* file, int remove) { return methods_below(file).xShmUnmap(below(file), remove); }

// Version 2 has shared memory, which a log of writes needs, and no mapped files, which would pass by us.
constexpr sqlite3_io_methods methods{2,
                                     close_file,
                                     read_file,
                                     write_file,
                                     truncate_file,
                                     sync_file,
                                     size_of_file,
                                     lock_file,
                                     unlock_file,
                                     check_reserved_lock,
                                     control_file,
                                     sector_size,
                                     device_characteristics,
                                     map_shared_memory,
                                     lock_shared_memory,
                                     shared_memory_barrier,
                                     unmap_shared_memory,
                                     nullptr,
                                     nullptr};

int open_file(sqlite3_vfs*, sqlite3_filename path, sqlite3_file* file, int flags, int* flags_given) {
    file->pMethods = nullptr;  // Nothing to close, should we fail.
    if (const int code = the_disk.allow(Call::open); code != SQLITE_OK) return code;
    const int code = unix_vfs->xOpen(unix_vfs, path, below(file), flags, flags_given);
    if (code != SQLITE_OK) return code;
    new (file) OpenFile{{&methods}, path ? path : "", path ? the_disk.opened(path) : nullptr};
    return SQLITE_OK;
}

int remove_file(sqlite3_vfs*, const char* path, int syncs_folder) {
    if (const int code = the_disk.remove(path, syncs_folder != 0); code != SQLITE_OK) return code;
    return unix_vfs->xDelete(unix_vfs, path, 0);
}

int access_file(sqlite3_vfs*, const char* path, int flags, int* result) {
    if (the_disk.is_out()) return SQLITE_IOERR_ACCESS;
    return unix_vfs->xAccess(unix_vfs, path, flags, result);
}

}  // namespace

Disk& disk() {
    static sqlite3_vfs registered = [] {
        unix_vfs = sqlite3_vfs_find(nullptr);
        sqlite3_vfs vfs = *unix_vfs;
        vfs.zName = "fault";
        vfs.szOsFile += static_cast<int>(sizeof(OpenFile));
        vfs.pNext = nullptr;
        vfs.xOpen = open_file;
        vfs.xDelete = remove_file;
        vfs.xAccess = access_file;
        return vfs;
    }();
    static const int code = sqlite3_vfs_register(&registered, 1);
    if (code != SQLITE_OK) throw std::logic_error("SQLite does not take the disk");
    return the_disk;
}

}  // namespace wrapup::server::fault
