import Cases
import Storage

/// The processes cases may begin on, with their names.
enum ProcessNames {
    static func all(in tx: Transaction) throws -> [(id: String, name: String)] {
        try PublishedProcess.namesInUse(in: tx).map { (id: $0.key, name: $0.value) }.sorted { $0.id < $1.id }
    }
}
