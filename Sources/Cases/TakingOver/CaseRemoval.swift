import Storage

/// The SQL that takes away a case to which nothing has happened.
enum CaseRemoval {
    static func remove(_ id: Int64, in tx: Transaction) throws {
        try tx.execute("DELETE FROM case_material WHERE case_id = \(id)")
        try tx.execute("DELETE FROM case_task WHERE case_id = \(id)")
        try tx.execute("DELETE FROM case_clock WHERE case_id = \(id)")
        try tx.execute("DELETE FROM case_timer WHERE case_id = \(id)")
        try tx.execute("DELETE FROM case_incident WHERE case_id = \(id)")
        try tx.execute("DELETE FROM case_party WHERE case_id = \(id)")
        switch tx.dialect {
        case .sqlite: try tx.execute("DELETE FROM case_text WHERE rowid = \(id)")
        case .postgresql: try tx.execute("DELETE FROM case_text WHERE case_id = \(id)")
        }
        try tx.execute("DELETE FROM service_case WHERE id = \(id)")
    }
}
