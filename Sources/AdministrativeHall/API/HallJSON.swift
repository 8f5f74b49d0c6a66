import Storage
import WorkingTime

/// A hall for programs.
struct HallJSON: Encodable, Sendable {
    struct Group: Encodable, Sendable {
        let id: String
        let letter: String
        let name: String
        let words: String
        let accepts_appointments: Bool
        let waiting: Int
        let wait_minutes: Int?
    }

    let id: String
    let name: String
    let address: String
    let hours_today: String
    let is_open: Bool
    let groups: [Group]

    init(_ scene: HallScene, _ opening: OpeningHours) {
        let hall = scene.hall
        (id, name, address) = (String(hall.id), hall.name, hall.address)
        hours_today = opening.text
        is_open = opening.isOpen(at: scene.now.hour * 60 + scene.now.minute)
        groups = scene.groups.map { group in
            Group(
                id: String(group.id), letter: group.letter, name: group.name, words: group.words,
                accepts_appointments: group.capacity > 0, waiting: scene.waiting(for: group.id),
                wait_minutes: scene.minutes(forNewcomerTo: group.id))
        }
    }
}

/// What is left of a day.
struct SlotsJSON: Encodable, Sendable {
    struct Slot: Encodable, Sendable {
        let start: String
        let left: Int
    }

    let days: [CivilDate]
    let slots: [Slot]

    init(_ free: FreeSlots) {
        days = free.days
        slots = free.slots.map { Slot(start: $0.start.rfc3339, left: $0.left) }
    }
}

/// What a program asks for.
struct BookingJSON: Codable, Sendable {
    let group: String
    let start: String
}

/// An appointment for programs.
struct AppointmentJSON: Encodable, Sendable {
    let id: String
    let code: String
    let hall: String
    let hall_name: String
    let group: String
    let group_name: String
    let start: String
    let state: String

    init(_ line: AppointmentLine) {
        let appointment = line.appointment
        (id, code, state) = (String(appointment.id), appointment.code, appointment.state.rawValue)
        (hall, hall_name) = (String(line.hall.id), line.hall.name)
        (group, group_name) = (String(appointment.groupID), line.group)
        start = appointment.startsAt.rfc3339
    }
}
