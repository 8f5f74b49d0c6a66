import Foundation
import NIOCore
import Refusals
import Storage
import Web
import WorkingTime

/// What was handed in at the beginning of a takeover.
struct Upload: Sendable {
    private(set) var system = ""
    private(set) var files: [(name: String, bytes: [UInt8])] = []

    init(system: String = "", files: [(name: String, bytes: [UInt8])] = []) {
        (self.system, self.files) = (system, files)
    }

    /// Reads the form.
    ///
    /// - Throws: `invalid` for files that are too large.
    mutating func read(_ request: WebRequest, limitBytes: Int) async throws {
        let form = try await request.multipart(limitBytes: limitBytes)
        var size = 0
        while let part = try await form.nextPart() {
            guard let name = part.filename else {
                if part.name == "system" { system = try await part.text(limitBytes: 1_000).trimmingBlanks }
                continue
            }
            var bytes: [UInt8] = []
            for try await piece in part.chunks {
                bytes += piece.readableBytesView
                size += piece.readableBytes
                guard size <= UploadedTables.limitBytes else {
                    throw UploadedTables.refusal("文件超过 \(UploadedTables.limitBytes >> 20) MB，请分批迁入。")
                }
            }
            if !name.isEmpty { files.append((String(name.prefix(100)), bytes)) }
        }
    }

    /// The takeover with its lines.
    ///
    /// - Throws: `invalid` naming every field that is missing, and what is wrong with the files.
    func takeover(
        _ kind: TakeoverRecord.Kind, creator: String, at now: Instant, ids: IDSource
    ) throws -> (TakeoverRecord, [TakeoverLine]) {
        var errors: [FieldError] = []
        if !(1...30).contains(system.count) {
            errors.append(FieldError("system", "请填写原系统的名称，最多 30 字。"))
        }
        if files.isEmpty { errors.append(FieldError("files", "请选择文件。")) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        var plan = StaffPlan()
        let lines = try kind == .staff ? staff(&plan, ids) : matters(ids)
        let record = TakeoverRecord(
            id: ids.next(), kind: kind, system: system, fileNames: files.map(\.name),
            lineCount: lines.count, creator: creator, createdAt: now, state: .read, plan: plan)
        return (record, lines)
    }

    private func staff(_ plan: inout StaffPlan, _ ids: IDSource) throws -> [TakeoverLine] {
        var uploaded = UploadedTables()
        for file in files { try uploaded.add(file.name, file.bytes) }
        let tables = try StaffTables(uploaded)
        (plan.departments, plan.roles) = (tables.departments, tables.roles)
        return try tables.users.enumerated().map { place, user in
            try line(place + 1, user.login, user, ids)
        }
    }

    private func matters(_ ids: IDSource) throws -> [TakeoverLine] {
        guard files.count == 1, let file = files.first else {
            throw UploadedTables.refusal("请只选一个 CSV 文件。")
        }
        var known: [String: Int] = [:]
        return try MatterFile(file.bytes).rows.map { number, row in
            var row = row
            let reference = row[.reference]
            if let earlier = known[reference], !reference.isEmpty {
                row.fault = "原系统编号与第 \(earlier) 行重复。"
            }
            known[reference] = known[reference] ?? number
            return try line(number, String(reference.prefix(60)), row, ids)
        }
    }

    private func line(
        _ number: Int, _ name: String, _ content: some Encodable, _ ids: IDSource
    ) throws -> TakeoverLine {
        TakeoverLine(
            id: ids.next(), number: number, name: String(name.prefix(100)),
            content: String(decoding: try JSONEncoder().encode(content), as: UTF8.self), verdict: .open,
            words: "")
    }
}
