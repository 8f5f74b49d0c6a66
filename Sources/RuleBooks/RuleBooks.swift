import Modules
import Storage

/// Rules that are data (规则即数据): a feature delivers them as a YAML text, a district changes the text, and every version
/// is kept.
public enum RuleBooks {
    /// The table of the texts.
    ///
    /// - Throws: `StorageError` when its migration is missing.
    public static func module() throws -> Module {
        Module(name: "rule-books", migrations: try Migration.all(in: .module, module: "rule-books"))
    }
}
