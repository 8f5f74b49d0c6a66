import Storage
import WorkingTime

/// A hearing in a list for programs.
struct HearingJSON: Encodable, Sendable {
    let id: String
    let title: String
    let organ: String
    let place: String
    let starts_at: String
    let register_by: CivilDate
    let state: String
    let seats: [Seats]

    init(_ one: Hearing) {
        (id, title, organ) = (String(one.id), one.facts.title, one.organ)
        (place, starts_at) = (one.facts.place, one.facts.startsAt.rfc3339)
        (register_by, state, seats) = (one.facts.registerBy, one.state.rawValue, one.facts.seats)
    }
}

/// A hearing with all that is public of it.
struct HearingDocument: Encodable, Sendable {
    struct Material: Encodable, Sendable {
        let title: String
        let text: String
        let published_at: String
        let file_name: String?
        let file_path: String?
    }

    struct Cancellation: Encodable, Sendable {
        let cancelled_on: CivilDate
        let reason: String
    }

    struct Participant: Encodable, Sendable {
        let number: Int
        let role: String
        let name: String
        let state: String
        let signature: String?
    }

    struct Line: Encodable, Sendable {
        let number: Int
        let kind: String
        let speaker: String
        let text: String
        let at: String
    }

    struct Decision: Encodable, Sendable {
        let title: String
        let taken: String
        let lines: [Int]
        let decided_on: CivilDate
    }

    private enum CodingKeys: CodingKey {
        case matter, seed_digest, seed, record_digest, materials, participants, record, decision, cancellation
    }

    private let hearing: Hearing
    private let materials: [Material]
    private let participants: [Participant]
    private let record: [Line]

    init(
        _ hearing: Hearing, _ registrations: [Registration], _ lines: [RecordLine],
        _ materials: [HearingMaterial]
    ) {
        self.hearing = hearing
        self.materials = materials.map { one in
            Material(
                title: one.title, text: one.words, published_at: one.publishedAt.rfc3339,
                file_name: one.file?.name,
                file_path: one.file.map { _ in HearingPath.material(String(hearing.id), String(one.id)) })
        }
        participants = registrations.filter { $0.place != nil }.map {
            Participant(
                number: $0.number, role: $0.role, name: $0.name, state: $0.state.rawValue,
                signature: $0.signature?.rawValue)
        }
        record = lines.map {
            Line(
                number: $0.number, kind: $0.kind.rawValue, speaker: $0.speaker, text: $0.words,
                at: $0.writtenAt.rfc3339)
        }
    }

    func encode(to encoder: any Encoder) throws {
        try HearingJSON(hearing).encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(hearing.facts.matter, forKey: .matter)
        try container.encodeIfPresent(hearing.seedDigest, forKey: .seed_digest)
        try container.encodeIfPresent(hearing.seed, forKey: .seed)
        try container.encodeIfPresent(hearing.recordDigest, forKey: .record_digest)
        try container.encode(materials, forKey: .materials)
        try container.encode(participants, forKey: .participants)
        try container.encode(record, forKey: .record)
        try container.encodeIfPresent(
            hearing.decision.map {
                Decision(title: $0.title, taken: $0.taken, lines: $0.lines, decided_on: $0.on)
            }, forKey: .decision)
        try container.encodeIfPresent(
            hearing.cancellation.map { Cancellation(cancelled_on: $0.on, reason: $0.reason) },
            forKey: .cancellation)
    }
}

/// What a program asks in somebody's name.
struct NewRegistrationJSON: Codable, Sendable {
    let role: String
    let view: String
}

/// The number by which they find themself in the draw.
struct RegisteredJSON: Encodable, Sendable {
    let number: Int
}
