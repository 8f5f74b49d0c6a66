import Codes
import Government
import Identity
import Journal
import Refusals
import Storage
import Web
import WorkingTime

/// Takes registrations, draws, and takes signatures.
struct Registering: Sendable {
    let office: HearingOffice
    private let pace = RateLimit(burst: 10, perMinute: 10)

    init(office: HearingOffice) { self.office = office }

    /// Registers a person once; who took it back may come again while people register.
    ///
    /// - Returns: the number, by which they find themself in the draw.
    /// - Throws: `forbidden` without a proven name, `conflict` outside its time or twice, `invalid` at the field.
    func register(
        role: String, view: String, for id: Int64, as account: Account,
        once: Idempotency.Request? = nil,
        by actor: Actor, at now: Instant
    ) async throws -> Int {
        try pace.admit("\(account.id)", at: now)
        return try await office.database.write { tx in
            if let earlier = try once.flatMap({ try Idempotency.replay($0, in: tx) }) {
                return Int(earlier.response) ?? 0
            }
            let hearing = try HearingStore.locked(id, in: tx)
            guard hearing.state != .draft else { throw DomainError.notFound(HearingOffice.missing) }
            guard hearing.isRegistering(on: now.day) else {
                throw DomainError.conflict("报名已于\(hearing.facts.registerBy.chinese)截止。")
            }
            let person = try Self.person(of: account, in: tx)
            try Registration.checked(role: role, view, of: hearing)
            let number = try Self.put(person, role: role, view: view, as: account.id, of: id, at: now, in: tx)
            try HearingOffice.record(
                "public_hearing.registered", "报名参加听证会：\(hearing.facts.title)。", id, by: actor, at: now,
                in: tx)
            try once?.remember(String(number), at: now, in: tx)
            return number
        }
    }

    private static func put(
        _ person: Person, role: String, view: String, as account: Int64, of id: Int64, at now: Instant,
        in tx: Transaction
    ) throws -> Int {
        guard let own = try RegistrationStore.registration(of: person.id, in: id, tx: tx) else {
            return try RegistrationStore.insert(
                role: role, view: view, account: account, person: person.id,
                name: Masking.name(person.name), of: id, at: now, in: tx)
        }
        guard own.state == .withdrawn else { throw DomainError.conflict("您已经报过名，每人只能报一次。") }
        try RegistrationStore.rejoin(own, role: role, view: view, account: account, at: now, in: tx)
        return own.number
    }

    /// Takes a registration back, or gives up a place on the list.
    ///
    /// - Throws: `conflict` between the two and once it is held, `notFound` without one.
    func withdraw(from id: Int64, as account: Account, by actor: Actor, at now: Instant) async throws {
        try await office.database.write { tx in
            let hearing = try HearingStore.locked(id, in: tx)
            guard hearing.isRegistering(on: now.day) || hearing.state == .drawn else {
                throw DomainError.conflict("报名已经截止，现在不能撤回；抽签以后、举行以前可以退出。")
            }
            let person = try Self.person(of: account, in: tx)
            guard let own = try RegistrationStore.registration(of: person.id, in: id, tx: tx),
                own.state != .withdrawn
            else { throw DomainError.notFound("您没有报名。") }
            if hearing.state == .drawn {
                try free(own, why: nil, of: hearing, at: now, in: tx)
            } else {
                try RegistrationStore.withdraw(own.id, in: tx)
            }
            try HearingOffice.record(
                "public_hearing.registration_withdrawn", "撤回报名：\(hearing.facts.title)。", id, by: actor,
                at: now,
                in: tx)
        }
    }

    /// Signs the record as it was closed, also where the organ noted before that somebody would not.
    ///
    /// - Parameter seen: the digest of the record that was read; nil when that is not known.
    /// - Throws: `conflict` outside its time, twice, or when something was noted since it was read; `forbidden` for
    ///   whoever did not take part.
    func sign(_ id: Int64, seen: String?, as account: Account, by actor: Actor, at now: Instant) async throws
    {
        try await office.database.write { tx in
            let hearing = try HearingStore.locked(id, in: tx)
            try hearing.requireSigning()
            guard seen == nil || seen == hearing.recordDigest ?? "" else {
                throw DomainError.conflict("笔录刚刚加了注明，请看过最新的笔录再签。")
            }
            let person = try Self.person(of: account, in: tx)
            guard let own = try RegistrationStore.registration(of: person.id, in: id, tx: tx),
                own.state == .chosen
            else { throw DomainError.forbidden("笔录由听证会参加人签字，您不在参加人名单里。") }
            guard own.signs else { throw DomainError.forbidden("旁听的人不在笔录上签字。") }
            guard own.signature != .signed else { throw DomainError.conflict("您已经签过字了。") }
            try RegistrationStore.sign(own.id, .signed, reason: nil, at: now, in: tx)
            try HearingOffice.record(
                "public_hearing.signed", "在听证笔录（\(hearing.recordDigest ?? "")）上签字：\(hearing.facts.title)。",
                id,
                by: actor, at: now, in: tx)
        }
    }

    /// Draws, role by role; whoever has no place is in reserve, in the order of the lots.
    static func draw(_ hearing: inout Hearing, at now: Instant, in tx: Transaction) throws
        -> [Registration]
    {
        let all = try RegistrationStore.all(of: hearing.id, in: tx).filter { $0.state == .registered }
        let seed = try HearingStore.secret(of: hearing.id, in: tx)
        try hearing.draw(all.count, seed: seed, on: now.day)
        for role in hearing.facts.seats {
            let own = Dictionary(all.filter { $0.role == role.code }.map { ($0.number, $0.id) }) {
                first, _ in first
            }
            for (place, number) in Draw.order(Array(own.keys), role: role.code, seed: seed).enumerated() {
                guard let id = own[number] else { continue }
                try RegistrationStore.put(
                    id, place < role.seats ? .chosen : .reserve, place: place + 1, in: tx)
            }
        }
        return try RegistrationStore.all(of: hearing.id, in: tx)
    }

    static func person(of account: Account, in tx: Transaction) throws -> Person {
        guard let id = account.personID, let person = try Directory.person(id, in: tx) else {
            throw DomainError.forbidden("请用实名的个人账号：每人报一次名，公布时只写姓氏。")
        }
        return person
    }
}
