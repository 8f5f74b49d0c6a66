import Journal
import WorkingTime

extension AuditRules {
    /// The actions that patterns are made of; all others are passed over.
    static let watched = Journal.readingActions + ["session.opened", "session.refused"]

    /// What an entry counts towards.
    ///
    /// - Parameter calendar: which days are working days.
    func observations(of stored: StoredEntry, calendar: WorkingCalendar) -> [Observation] {
        let entry = stored.entry
        switch entry.action {
        case "session.opened": return arrival(entry)
        case "session.refused": return failure(stored)
        case let action where Journal.readingActions.contains(action): return reading(entry, calendar)
        default: return []
        }
    }

    private func reading(_ entry: JournalEntry, _ calendar: WorkingCalendar) -> [Observation] {
        guard let number = Self.caseNumber(of: entry) else { return [] }
        let (hour, day) = (Self.hour(entry), "\(entry.actor.accountID)@\(entry.at.day.iso)")
        func seen(_ pattern: Pattern, _ key: String, _ threshold: Int) -> Observation {
            Observation(pattern: pattern, key: key, member: number, threshold: threshold)
        }
        var all = [
            seen(.hourlyReading, "\(entry.actor.accountID)@\(hour)", casesPerHour),
            seen(.dailyReading, day, casesPerDay),
        ]
        if entry.action == "case.disclosed" { all.append(seen(.dailyDisclosure, day, disclosuresPerDay)) }
        if isOffHours(entry.at, calendar) { all.append(seen(.offHours, day, offHourCases)) }
        return all
    }

    /// Whether nobody is expected at work.
    func isOffHours(_ instant: Instant, _ calendar: WorkingCalendar) -> Bool {
        !(opensAtHour..<closesAtHour).contains(instant.hour) || !calendar.isWorkingDay(instant.day)
    }

    /// Only staff: a whole family may share a telephone, and a village a kiosk.
    private func arrival(_ entry: JournalEntry) -> [Observation] {
        guard entry.actor.organ != nil, !entry.actor.address.isEmpty else { return [] }
        return [
            Observation(
                pattern: .sharedTerminal, key: "\(entry.actor.address)@\(entry.at.day.iso)",
                member: String(entry.actor.accountID), threshold: accountsPerAddress)
        ]
    }

    private func failure(_ stored: StoredEntry) -> [Observation] {
        let entry = stored.entry
        let hour = Self.hour(entry)
        let account = Observation(
            pattern: .accountFailures, key: "\(entry.subject)@\(hour)", member: String(stored.id),
            threshold: failuresPerAccount)
        guard !entry.actor.address.isEmpty else { return [account] }
        return [
            account,
            Observation(
                pattern: .addressFailures, key: "\(entry.actor.address)@\(hour)", member: String(stored.id),
                threshold: failuresPerAddress),
        ]
    }

    /// The case that was read.
    static func caseNumber(of entry: JournalEntry) -> String? {
        guard Journal.readingActions.contains(entry.action) else { return nil }
        return entry.detail["case"] ?? (entry.action == "material.read" ? entry.subject : nil)
    }

    private static func hour(_ entry: JournalEntry) -> String {
        "\(entry.at.day.iso)T\(entry.at.hour)"
    }
}
