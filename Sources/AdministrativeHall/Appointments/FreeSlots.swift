import Government
import Refusals
import Storage
import WorkingTime

/// What somebody has chosen so far.
struct SlotChoice: Sendable {
    let group: Int64?
    let day: CivilDate?
    /// What is to be done; the group is the first that does it, unless one is chosen.
    var item: HallItem?
}

/// The groups of a hall, the days on which one of them can be booked, and what is left of a day.
struct FreeSlots: Sendable {
    struct Slot: Sendable {
        let start: Instant
        let left: Int
    }

    let hall: Hall
    let groups: [ServiceGroup]
    let group: ServiceGroup?
    let item: HallItem?
    let days: [CivilDate]
    let day: CivilDate?
    let slots: [Slot]
    /// Why they may not book at all; nil when they may.
    let pausedUntil: CivilDate?

    init(
        _ id: Int64, _ choice: SlotChoice, for holder: Holder?, _ appointments: Appointments, at now: Instant,
        in tx: Transaction
    ) throws {
        let calendar = try Directory.calendar(in: tx)
        let hall = try HallStore.hall(id, in: tx)
        self.hall = hall
        let groups = try HallStore.groups(of: id, in: tx).filter { $0.capacity > 0 }
        self.groups = groups
        item = choice.item
        let fitting = choice.group == nil ? choice.item.flatMap { groups.first(doing: $0) } : nil
        group = groups.first { $0.id == choice.group } ?? fitting
        let days = hall.bookableDays(at: now, calendar)
        self.days = days
        day = choice.day.flatMap { days.contains($0) ? $0 : nil } ?? days.first
        pausedUntil = try holder.flatMap {
            try appointments.noShows(of: $0, hall.rules, at: now, in: tx).pausedUntil(at: now)
        }
        guard let group, let day else {
            slots = []
            return
        }
        let taken = try AppointmentStore.taken(group.id, from: day.startOfDay, to: day.endOfDay, in: tx)
        slots = hall.slots(on: day, calendar).filter { $0 > now }.map {
            Slot(start: $0, left: max(0, group.capacity - (taken[$0] ?? 0)))
        }
    }
}
