import DecisionModel
import Journal
import Storage
import WorkingTime

/// Everything a rule needs from outside: who acts, when, by which calendar, and where new ids come from.
///
/// Injected, so that a rule stays a pure function of its arguments and a test never waits.
public struct Occasion: Sendable {
    /// Who acts.
    public let actor: Actor
    /// When.
    public let now: Instant
    /// The calendar in force.
    public let calendar: WorkingCalendar
    /// The decision tables in force.
    let decisions: [String: PublishedDecision]
    /// The templates of papers that the district has published.
    let papers: [PaperForm: PaperInForce]
    let newID: @Sendable () -> Int64
    /// An unguessable code; one for each call.
    let newCode: @Sendable () -> String

    /// Who acts, as the process knows people.
    var person: String { String(actor.accountID) }

    /// An occasion.
    public init(
        actor: Actor, now: Instant, calendar: WorkingCalendar, decisions: [String: PublishedDecision] = [:],
        papers: [PaperForm: PaperInForce] = [:],
        newID: @escaping @Sendable () -> Int64, newCode: @escaping @Sendable () -> String
    ) {
        self.actor = actor
        self.now = now
        self.calendar = calendar
        self.decisions = decisions
        self.papers = papers
        self.newID = newID
        self.newCode = newCode
    }

    /// The same occasion in somebody else's name.
    func acting(as actor: Actor) -> Occasion {
        Occasion(
            actor: actor, now: now, calendar: calendar, decisions: decisions, papers: papers, newID: newID,
            newCode: newCode)
    }

    /// The same occasion at another time: for what happened in an older system.
    func at(_ time: Instant) -> Occasion {
        Occasion(
            actor: actor, now: time, calendar: calendar, decisions: decisions, papers: papers, newID: newID,
            newCode: newCode)
    }

    /// What expressions and decision tables may ask besides their variables.
    var surroundings: FEELSurroundings {
        FEELSurroundings(calendar, now: now)
    }
}
