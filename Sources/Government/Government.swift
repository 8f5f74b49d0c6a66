import Foundation
import Modules
import Storage
import WorkingTime

/// Who the government is: its organs, divisions, the people and enterprises it knows, its working days.
public enum Government {
    /// The working calendar that comes with the program: what the State Council has announced so far.
    /// - Throws: ``WorkingCalendarError`` when the delivered file is damaged.
    public static func deliveredCalendar() throws -> WorkingCalendar {
        try WorkingCalendar(decoding: Resource.data("calendar.json"))
    }

    /// The tables of the directory that keep personal columns sealed.
    public static let sealedTables = [Directory.sealedPersons, Directory.sealedEntities]

    /// Loads the sample district 端州区 (441202) and the working calendar; may run again at any time.
    /// - Throws: `StorageError`, or a decoding error when the delivered files are damaged.
    public static func seed(into database: Database) async throws {
        let district = try SampleDistrict.duanzhou()
        let calendar = try deliveredCalendar()
        try await database.write { transaction in
            try transaction.exclude("sample district")
            try district.load(in: transaction)
            try Directory.startCalendar(calendar, at: .now, in: transaction)
        }
    }
}

extension Module {
    /// The tables of `Government`.
    /// - Throws: `StorageError.io` when the delivered files are incomplete.
    public static func government() throws -> Module {
        Module(name: "government", migrations: try Migration.all(in: .module, module: "government"))
    }
}
