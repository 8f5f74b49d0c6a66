import Files
import Foundation
import Journal
import NIOCore
import Refusals
import Storage
import Web
import WorkingTime

/// What was handed in at the beginning of a takeover.
struct Upload: Sendable {
    /// What boundaries, the token and the other fields may add to the files, in bytes.
    private static let formBytes = 64 << 10
    /// How large a table of cases and the files beside it may be: 64 MB.
    private static let mattersBytes = 64 << 20

    static func limitBytes(_ kind: TakeoverRecord.Kind) -> Int {
        kind == .staff ? UploadedTables.limitBytes : mattersBytes
    }

    typealias File = (name: String, bytes: [UInt8])

    private(set) var system = ""
    private(set) var files: [File] = []

    init(system: String = "", files: [File] = []) {
        (self.system, self.files) = (system, files)
    }

    /// Reads the form.
    ///
    /// - Throws: `invalid` for files that are too large.
    mutating func read(_ request: WebRequest, limitBytes: Int) async throws {
        let form = try await request.multipart(limitBytes: limitBytes + Self.formBytes)
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
                guard size <= limitBytes else {
                    throw UploadedTables.refusal("文件超过 \(limitBytes >> 20) MB，请分批迁入。")
                }
            }
            if !name.isEmpty { files.append((String(name.prefix(100)), bytes)) }
        }
    }

    /// The takeover with its lines.
    ///
    /// - Throws: `invalid` naming every field that is missing, and what is wrong with the files.
    func takeover(
        _ kind: TakeoverRecord.Kind, by creator: Actor, at now: Instant, ids: IDSource, into store: FileStore
    ) async throws -> (TakeoverRecord, [TakeoverLine], kept: [Int64]) {
        var errors: [FieldError] = []
        if !(1...30).contains(system.count) {
            errors.append(FieldError("system", "请填写原系统的名称，最多 30 字。"))
        }
        if files.isEmpty { errors.append(FieldError("files", "请选择文件。")) }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        var (plan, kept) = (StaffPlan(), [Int64]())
        let lines =
            try kind == .staff
            ? staff(&plan, ids) : await matters(ids, by: creator, at: now, into: store, &kept)
        let record = TakeoverRecord(
            id: ids.next(), kind: kind, system: system, fileNames: files.map(\.name),
            lineCount: lines.count, creator: creator.name, creatorID: creator.accountID, createdAt: now,
            state: .read, plan: plan)
        return (record, lines, kept)
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

    private func matters(
        _ ids: IDSource, by owner: Actor, at now: Instant, into store: FileStore, _ kept: inout [Int64]
    ) async throws -> [TakeoverLine] {
        let isTable = { (file: File) in file.name.lowercased().hasSuffix(".csv") }
        let (tables, beside) = (files.filter(isTable), files.filter { !isTable($0) })
        guard tables.count == 1 else { throw UploadedTables.refusal("请选一个 CSV 文件，材料放在压缩包里或者一起选。") }
        let materials = try MatterFiles(beside)
        var (known, lines) = ([String: Int](), [TakeoverLine]())
        for (number, row) in try MatterFile(tables[0].bytes).rows {
            var row = row
            let reference = row[.reference]
            if let earlier = known[reference], !reference.isEmpty {
                row.fault = "原系统编号与第 \(earlier) 行重复。"
            }
            known[reference] = known[reference] ?? number
            if row.fault == nil {
                try await materials.keep(&row, in: store, owner: owner.accountID, at: now)
            }
            kept += row.files?.values.map(\.id) ?? []
            lines.append(try line(number, String(reference.prefix(60)), row, ids))
        }
        return lines
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
