namespace CrimeInsight.Core.Tables;

/// <summary>Which part of a value a field holds.</summary>
public enum FigurePart
{
    /// <summary>All of it.</summary>
    Value,

    /// <summary>The code, beside the word for it.</summary>
    Code,

    /// <summary>The word for the code.</summary>
    Word,

    /// <summary>The lower end of an interval.</summary>
    Lower,

    /// <summary>The upper end of an interval.</summary>
    Upper,
}
