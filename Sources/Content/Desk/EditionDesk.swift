import Cases
import Government
import Identity
import Journal
import Refusals
import Storage
import WorkingTime

/// What the page of an edition shows, read at once.
struct EditionDesk: Sendable {
    let edition: Edition
    let column: Column
    let site: ContentSite
    let step: EditionStep?
    /// What this person may do in the column.
    let roles: Set<Role>
    /// What was found in the steps that are done, the newest first.
    let findings: [CaseTask]
    /// Who else has it open.
    let others: [(name: String, seenAt: Instant)]
    /// What should not go out unnoticed.
    let leaks: [LeakCheck.Finding]
    /// What goes with it.
    let files: [Enclosure]
    /// What can be chosen in its editor.
    let choices: ManuscriptForm.Choices

    /// Reads it, and notes that the person has it open when they can write in it.
    static func read(_ id: Int64, by seat: Seat, at now: Instant, in editions: Editions) async throws
        -> EditionDesk
    {
        let desk = try await editions.database.read { tx in
            let edition = try EditionStore.edition(id, for: seat.viewer, in: tx)
            let column = try SiteStore.column(edition.columnID, in: tx)
            let roles = try SiteStore.roles(of: seat.actor.accountID, in: column.id, tx)
            let step = try Cases.openSteps(of: [edition.caseNumber], in: tx)[edition.caseNumber]?.first
            return EditionDesk(
                edition: edition, column: column, site: try SiteStore.site(column.siteID, in: tx),
                step: step.flatMap { EditionStep(rawValue: $0.element) },
                roles: roles.intersection(seat.roles),
                findings: try Cases.findings(of: edition.caseNumber, in: tx),
                others: try VersionStore.others(than: seat.actor.accountID, at: id, now: now, in: tx),
                leaks: try editions.findings(in: edition, tx),
                files: try EnclosureStore.files(of: id, in: tx),
                choices: ManuscriptForm.Choices(
                    themes: editions.themes, organs: try Directory.organs(in: tx)))
        }
        guard desk.step == .draft, desk.roles.contains(.editor) else { return desk }
        try await editions.database.write { try VersionStore.arrive(seat.author, at: id, now: now, in: $0) }
        return desk
    }
}
