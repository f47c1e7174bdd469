#pragma once

#include "server/service.hpp"

namespace wrapup::server {

// Makes of streams that begin and end what the house knows: tells agents who is here, and conversations when their
// visitor has left or is back. For one thread.
class Attendance {
public:
    explicit Attendance(Service& service);  // It must live longer.

    // What has changed since the last time. To be called about every second.
    void look();

private:
    void tell(const Presence::Change& change);
    void tell_agents(const Presence::Change& change);
    void tell_their_chats(const CustomerId& customer, Presence::News news);
    void miss_who_did_not_come_back();

    Service& service_;
    // After a start, everybody's stream is gone, and takes a while to come back: until then nobody has left.
    Time trusted_from_;
    bool trusted_ = false;
};

}  // namespace wrapup::server
