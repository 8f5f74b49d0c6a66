import BusinessProcess
import Foundation
import Government
import Journal
import Services
import Testing

@testable import Cases

/// The delivered district with all its services, on one stage that the journeys share.
enum District {
    private static let shared = Task {
        let stage = try await Stage()
        try await Government.seed(into: stage.database)
        try await stage.library.seed(at: stage.now)
        return stage
    }

    /// The stage; each journey files its own case on it.
    static func stage() async throws -> Stage { try await shared.value }

    /// The names of all services, as the item files have them.
    static let slugs: [String] = {
        do { return try ItemFiles.items().map(\.slug) } catch {
            Issue.record(error)
            return []
        }
    }()
}

extension Stage {
    /// Files this service as the right applicant: an enterprise where it serves enterprises alone, else a person.
    func file(service slug: String) async throws -> Matter {
        let service = try library.service(slug)
        let children = library.catalogue.children(of: service)
        let organs = try await Directory(database).organs()
        let plan = try service.plan(
            children: children, organs: Dictionary(uniqueKeysWithValues: organs.map { ($0.key, $0) }))
        let reading = service.item.read(Answers.careful(service.item))
        #expect(reading.errors.isEmpty, "\(slug)")
        let isPersonal = service.item.audiences.contains(.person)
        return try await file(
            plan, of: isPersonal ? .zhangWei : .xinghu, by: isPersonal ? .zhangWei : .chenJing, street: "cd",
            form: reading.answers.mapValues(\.value))
    }
}

/// Answers a careful applicant would give.
enum Answers {
    static func careful(_ item: ServiceItem) -> FormAnswers {
        Dictionary(uniqueKeysWithValues: item.fields.map { ($0.name, answer(to: $0)) })
    }

    private static func answer(to field: FormField) -> FormValue {
        switch field.kind {
        case .text, .longText, .address: "东岸路19号"
        case .integer, .number, .money: .number(field.min.map { max($0, 1) } ?? 1)
        case .date: "2026-11-21"
        case .boolean: true
        case .phone: "15407580002"
        case .email: "chenjing@example.com"
        case .identityNumber: "441299198511152041"
        case .creditCode: "91441202MA4W12346L"
        case .division, .choice: .string(field.options.first?.value ?? "")
        case .choices: .list(field.options.map(\.value))
        case .file: "1"
        case .bankAccount: "6222000000000000012"
        case .signature: "张伟"
        case .mapPoint: "112.472100,23.051500"
        case .region: .string(field.options.last?.value ?? "")
        case .table:
            .table([Dictionary(uniqueKeysWithValues: field.columns.map { ($0.name, answer(to: $0)) })])
        }
    }
}
