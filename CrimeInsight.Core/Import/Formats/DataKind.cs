namespace CrimeInsight.Core.Import.Formats;

/// <summary>What the bytes of a file are.</summary>
internal enum DataKind
{
    /// <summary>Text of rows, or what only its reader can name.</summary>
    Text,

    /// <summary>An archive, or a workbook, which is one.</summary>
    Zip,
    Gzip,
    Parquet,

    /// <summary>One array, or one object that holds one: GeoJSON too.</summary>
    Json,

    /// <summary>One object a line.</summary>
    JsonLines,

    /// <summary>Protected by a password.</summary>
    Encrypted,
}
