import Cases
import Files
import Foundation
import Identity
import Journal
import NIOCore
import Refusals
import ServiceHall
import Services
import WorkingTime

/// Complete applications with invented answers: what the directory knows, and samples for the rest.
struct DemoFilings: Sendable {
    let library: ServiceLibrary
    let applicants: Applicants
    let files: FileStore
    let clock: DemoClock
    let papers: SamplePapers

    /// - Parameter promising: leaves out what may come later or be promised, and promises it.
    func sample(
        of slug: String, for account: Account, by actor: Actor, promising: Bool = false
    ) async throws -> Submission {
        let service = try library.service(slug)
        let applicant = try await applicants.own(of: account, for: service.item)
        let known = try await applicants.prefilling(for: applicant, agent: account).answers(for: service.item)
        let form = service.item.fields.reduce(into: known) { form, field in
            let sample = field.kind == .signature ? .string(applicant.name) : field.sample
            if form[field.name] == nil, field.calculated == nil, let sample { form[field.name] = sample }
        }
        var materials: [(requirement: String, file: Int64)] = []
        let replaced = Set(service.item.commitment?.replaces ?? [])
        let promised = service.item.askedMaterials.filter {
            promising && $0.isRequired && ($0.isDeferrable || replaced.contains($0.id))
        }
        for material in service.item.askedMaterials
        where material.isRequired && !promised.contains(material) {
            let file = try await upload(material.name, of: service.item.name, by: actor)
            materials.append((material.id, file))
        }
        return Submission(
            service: service, form: form, materials: materials, applicant: applicant, channel: actor.channel,
            deferred: Set(promised.filter(\.isDeferrable).map(\.id)),
            commits: promising && service.item.commitment != nil)
    }

    private func upload(_ name: String, of service: String, by actor: Actor) async throws -> Int64 {
        let pdf = try papers.paper(name, of: service)
        let chunks = AsyncStream<ByteBuffer> { stream in
            stream.yield(pdf)
            stream.finish()
        }
        return try await files.receive(
            name: "\(name).pdf", chunks: chunks, owner: actor.accountID, now: clock.now
        ).id
    }
}

extension FormField {
    /// An answer that fits the kind of question; `nil` when it may stay open.
    fileprivate var sample: FormValue? {
        switch kind {
        case .integer: .number(min ?? 3)
        case .number, .money: .number(min ?? 60)
        case .date: "2026-12-01"
        case .boolean: true
        case .phone: "13800005678"
        case .email: "demo@example.cn"
        case .identityNumber: "441299198511152041"
        case .creditCode: "91441202MA4W12346L"
        case .choice, .division: options.first.map { .string($0.value) }
        case .choices: options.first.map { .list([$0.value]) }
        case .address: "肇庆市端州区城东街道古塔中路15号"
        case .text, .longText: required ? "演示内容" : nil
        case .table:
            .table([
                Dictionary(
                    columns.compactMap { column in column.sample.map { (column.name, $0) } },
                    uniquingKeysWith: { first, _ in first })
            ])
        case .bankAccount: "6222000000000000012"
        case .region: "441202"
        case .mapPoint: options.first.map { .string($0.value) } ?? "112.4721,23.0515"
        case .file, .signature: nil
        }
    }
}
