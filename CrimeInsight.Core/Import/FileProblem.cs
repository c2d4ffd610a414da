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

    /// <summary>A table of counts, not of cases: official figures. Details: the columns that count, the rows looked at.</summary>
    TableOfCounts,

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
}
