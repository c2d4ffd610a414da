namespace CrimeInsight.Core.Import;

/// <summary>Why a file was refused as a whole. The names are printed: never rename. Texts: ImportText, under <c>File</c> and the name.</summary>
public enum FileProblem
{
    /// <summary>No bytes, or only blank lines.</summary>
    Empty,

    /// <summary>A header and no rows.</summary>
    HeaderOnly,

    /// <summary>Not separated text: a spreadsheet, an archive, a web page, an image. Detail: what it is (docs/import.md lists the kinds).</summary>
    NotText,

    /// <summary>Protected by a password.</summary>
    Encrypted,

    /// <summary>A workbook with macros.</summary>
    Macros,

    /// <summary>XML with a document type, which may read other files or swell without end. Detail: the part.</summary>
    UnsafeXml,

    /// <summary>An archive in an archive.</summary>
    ArchiveNested,

    /// <summary>A small archive that unpacks to a giant.</summary>
    ArchiveBomb,

    /// <summary>An archive with a name that leads out of its folder. Detail: the name.</summary>
    ArchivePath,

    /// <summary>An archive without a file.</summary>
    ArchiveEmpty,

    /// <summary>An archive with several files. Detail: their names.</summary>
    ArchiveSeveral,

    /// <summary>Details: the name asked for, the names there are.</summary>
    ArchiveEntryUnknown,

    /// <summary>A workbook in which several sheets hold rows. Detail: their names.</summary>
    SheetSeveral,

    /// <summary>Details: the name asked for, the names there are.</summary>
    SheetUnknown,

    /// <summary>JSON that is not well-formed. Details: the line, what is wrong.</summary>
    JsonInvalid,

    /// <summary>JSON without objects that could be rows.</summary>
    JsonNoRecords,

    /// <summary>GeoJSON of lines or areas. Detail: the kind.</summary>
    GeoJsonNotPoints,

    /// <summary>Larger than can be read safely: as a whole, or one of its parts.</summary>
    TooLarge,

    /// <summary>Begins like a workbook, archive or Parquet file and cannot be read as one. Detail: what is wrong.</summary>
    Damaged,

    /// <summary>The mapping names an encoding that does not exist. Detail: the name.</summary>
    EncodingUnknown,

    /// <summary>The header is one column. Details: the header, the columns expected.</summary>
    DelimiterUnknown,

    /// <summary>The file is separated otherwise than the mapping says. Details: the mapping's delimiter, the file's.</summary>
    DelimiterWrong,

    /// <summary>Details: the names that occur twice.</summary>
    DuplicateHeader,

    /// <summary>Details: the columns needed and not there, the columns that are there.</summary>
    ColumnMissing,

    /// <summary>The header is not a well-formed record, or not text in the file's encoding. Detail: the encoding.</summary>
    HeaderUnreadable,

    /// <summary>A mapping reads what looks like personal data. Detail: the column.</summary>
    PersonalColumn,

    /// <summary>Missing, a folder, or not to be opened. Detail: the system's reason.</summary>
    Unreadable,

    /// <summary>A disk of the server, or of its database, has no room; nothing was changed.</summary>
    DiskFull,

    /// <summary>A table of counts, not of cases: official figures. Details: the columns that count, the rows looked at.</summary>
    TableOfCounts,

    /// <summary>
    /// More of the rows would be rejected than may be, and nobody has said why the others are stored all the same
    /// (<see cref="StopRule.Rejects"/>). Details: the rows rejected, all rows.
    /// </summary>
    TooManyRejected,

    /// <summary>What the check found odd about the file is not confirmed (<see cref="StopRule.Anomalies"/>). Detail: how many.</summary>
    AnomaliesUnconfirmed,

    /// <summary>Changed or vanished while it was read.</summary>
    Changed,

    /// <summary>
    /// Came as a stream that can be read only once, and showed late that dates taken as day first are month first. Detail: the column.
    /// </summary>
    DateOrderUnknown,

    /// <summary>Detail: what is wrong with it.</summary>
    MappingInvalid,

    /// <summary>Real cases, and the database holds synthetic ones: ending the demo must be asked for.</summary>
    HoldsDemo,

    /// <summary>Synthetic cases, and the database holds real ones.</summary>
    DemoIsOver,

    /// <summary>The database was filled with both by an earlier version.</summary>
    HoldsMixture,

    /// <summary>A mapping has a pattern that is no regular expression, or one that looks around or back. Detail: the pattern.</summary>
    PatternInvalid,
}
