namespace CrimeInsight.Core.Tables;

/// <summary>A column of a table: what it is called, what its values are, and what that means.</summary>
/// <param name="Key">Its name for programs: letters and digits, first one small; never changed once published.</param>
/// <param name="Unit">Of every value in it.</param>
/// <param name="Name">Its head.</param>
public sealed record FigureColumn(string Key, FigureUnit Unit, FigureValue Name)
{
    /// <summary>What it says and how it is computed, in a sentence.</summary>
    public TextKey? Definition { get; init; }

    /// <summary>Its head in files, where that on screen is too short to be understood without the page; null: the same.</summary>
    public TextKey? FileName { get; init; }

    /// <summary>Heads of the lower and upper end of a column of intervals, which has one column for each in files.</summary>
    public (TextKey Lower, TextKey Upper)? Ends { get; init; }

    /// <summary>Digits behind the point on screen, by the value; files have all there are.</summary>
    public Func<double, int> Decimals { get; init; } = static _ => 0;

    /// <summary>How a value, or the ends of an interval, stand on screen; null: alone.</summary>
    public TextKey? Form { get; init; }

    /// <summary>Months and weekdays by their short names on screen.</summary>
    public bool IsShort { get; init; }

    public FigureUse Use { get; init; }

    /// <summary>The column and where its values come from.</summary>
    public FigureColumn<T> Of<T>(Func<T, FigureValue> value) => new(this, value);

    /// <summary>The same with so many digits behind the point on screen.</summary>
    public FigureColumn To(int decimals) => this with { Decimals = _ => decimals };
}
