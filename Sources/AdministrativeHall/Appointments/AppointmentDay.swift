import Journal
import Refusals
import Storage
import WorkingTime

/// What happens to appointments by itself: people are reminded, and who has not come is told so.
struct AppointmentDay: Sendable {
    let appointments: Appointments
    /// How many of a hall are dealt with in one turn.
    var limit = 500

    func run(at now: Instant) async throws {
        let halls = try await appointments.database.read { try HallStore.halls(in: $0) }
        for hall in halls {
            try await remind(hall, at: now)
            try await miss(hall, at: now)
        }
    }

    private func remind(_ hall: Hall, at now: Instant) async throws {
        let last = now.adding(seconds: 3_600 * hall.rules.reminderHours)
        let ids = try await appointments.database.read { [limit] in
            try AppointmentStore.open(
                of: hall.id, after: now, through: last, unreminded: true, limit: limit, in: $0)
        }
        for id in ids {
            try await appointments.database.write { [appointments] tx in
                guard try AppointmentStore.remind(id, at: now, in: tx) else { return }
                let appointment = try AppointmentStore.locked(id, in: tx)
                guard appointment.state == .booked,
                    let line = try AppointmentList.lines([appointment], in: tx).first
                else { return }
                try appointments.tell(
                    appointment, "提醒您：\(line.label)。预约码 \(appointment.code)，不能来请提前取消。", at: now, in: tx)
            }
        }
    }

    private func miss(_ hall: Hall, at now: Instant) async throws {
        let last = now.adding(seconds: -60 * hall.rules.lateMinutes - 1)
        let ids = try await appointments.database.read { [limit] in
            try AppointmentStore.open(
                of: hall.id, after: Instant(milliseconds: 0), through: last, unreminded: false, limit: limit,
                in: $0)
        }
        for id in ids {
            try await appointments.database.write { [appointments] tx in
                var appointment = try AppointmentStore.locked(id, in: tx)
                guard appointment.state == .booked else { return }
                try appointment.miss(at: now, hall.rules)
                try AppointmentStore.save(appointment, in: tx)
                let rule = try appointments.noShows(of: appointment.holder, hall.rules, at: now, in: tx)
                let label = try AppointmentList.lines([appointment], in: tx).first?.label ?? ""
                try appointments.record(
                    "appointment.missed", appointment, "没有到场：\(label)。", by: .system, at: now, in: tx)
                try appointments.tell(appointment, rule.notice(label, at: now), at: now, in: tx)
            }
        }
    }
}
