namespace CrimeInsight.Web.Cli;

/// <summary>What the cells of a <see cref="PointColumn"/> hold.</summary>
internal enum PointColumnKind
{
    /// <summary>Finite numbers with a decimal point.</summary>
    Number,

    /// <summary>Days: numbers, or moments as yyyy-MM-dd with or without HH:mm[:ss], which become days since 0001-01-01.</summary>
    Days,
}
