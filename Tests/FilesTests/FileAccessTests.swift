import Files
import Foundation
import Refusals
import Storage
import Testing

@Suite("A stored file")
struct FileAccessTests {
    private let number = "441202202611210001230"
    private let missing = DomainError.notFound("没有找到这个文件。")

    @Test("does not exist for anyone but its owner until it is attached")
    func othersFile() async throws {
        try await withFileStore { store, database, _ in
            let file = try await store.receive(Sample.pdf, named: "执照.pdf")
            for access in [
                FileAccess.owner(accountID: liMin), .caseFile(number: number), .caseFile(number: ""),
            ] {
                await #expect(throws: missing) {
                    try await database.read { try store.file(file.id, for: access, in: $0) }
                }
            }
            await #expect(throws: missing) {
                try await database.write { [number] in
                    try store.attach(file.id, toCase: number, owner: liMin, in: $0)
                }
            }
        }
    }

    @Test("cannot be attached to two cases")
    func secondCase() async throws {
        try await withFileStore { store, database, _ in
            let file = try await attached(store.receive(Sample.pdf, named: "执照.pdf"), store, database)
            await #expect(throws: DomainError.conflict("文件“\("执照.pdf")”已用于另一件办件，请重新上传一份。")) {
                try await database.write {
                    try store.attach(file.id, toCase: "441202202611210001248", owner: chenJing, in: $0)
                }
            }
        }
    }

    @Test("is among its case's files once attached, and attaching it again is harmless")
    func attachedTwice() async throws {
        try await withFileStore { store, database, _ in
            var file = try await store.receive(Sample.pdf, named: "执照.pdf")
            for _ in 1...2 { file = try await attached(file, store, database) }
            let files = try await database.read { [number] in try store.files(ofCase: number, in: $0) }
            #expect(files == [file])
            #expect(files.map(\.caseNumber) == [number])
        }
    }

    private func attached(
        _ file: StoredFile, _ store: FileStore, _ database: Database
    ) async throws -> StoredFile {
        try await database.write { [number] transaction in
            try store.attach(file.id, toCase: number, owner: chenJing, in: transaction)
            return try store.file(file.id, for: .caseFile(number: number), in: transaction).file
        }
    }
}
