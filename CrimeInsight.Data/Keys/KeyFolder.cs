namespace CrimeInsight.Data.Keys;

/// <summary>Where the keys lie that the database must not hold.</summary>
/// <param name="Path">The data folder, or what <c>Keys__Folder</c> names.</param>
public sealed record KeyFolder(string Path)
{
    /// <summary>Setting that names the folder; several instances share one.</summary>
    public const string Setting = "Keys:Folder";

    internal string AuditKey => System.IO.Path.Combine(Path, "audit.key");

    internal string AuditSeals => System.IO.Path.Combine(Path, "audit-seals.jsonl");

    internal string ProtectionKey => System.IO.Path.Combine(Path, "protection.key");
}
