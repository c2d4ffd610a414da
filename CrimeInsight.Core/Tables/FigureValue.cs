using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Tables;

/// <summary>What one cell of a table says: a typed value, or why there is none.</summary>
public abstract record FigureValue
{
    private protected FigureValue()
    {
    }

    /// <summary>The column says nothing of such a row.</summary>
    public static FigureValue Nothing { get; } = new NoFigure(NoFigureReason.Nothing);

    /// <summary>There should be a value, and it is not known.</summary>
    public static FigureValue NotKnown { get; } = new NoFigure(NoFigureReason.NotKnown);

    public static implicit operator FigureValue(TextKey key) => new WordsFigure(key);

    public static implicit operator FigureValue(Month month) => new MonthFigure(month);

    public static implicit operator FigureValue(DateOnly day) => new DayFigure(day);

    public static implicit operator FigureValue(double number) => new NumberFigure(number);

    /// <summary>A number; null and what is not finite is not known.</summary>
    public static FigureValue Number(double? value) => value is { } number && double.IsFinite(number) ? new NumberFigure(number) : NotKnown;

    /// <summary>A number where there is one to be told.</summary>
    public static FigureValue NumberOrNothing(double? value) => value is null ? Nothing : Number(value);

    /// <summary>A figure that may be withheld to protect victims.</summary>
    /// <param name="isProtecting">Withheld only because it would give a small figure away.</param>
    public static FigureValue Withholdable(double? value, bool isSuppressed, bool isProtecting) => isSuppressed ? Withheld(isProtecting) : Number(value);

    /// <summary>Withheld to protect victims.</summary>
    /// <param name="isProtecting">Only because it would give a small figure away.</param>
    public static FigureValue Withheld(bool isProtecting) => new NoFigure(isProtecting ? NoFigureReason.Protecting : NoFigureReason.Small);

    /// <summary>A change between two counts; not known when one of them is not.</summary>
    public static FigureValue Change(double? before, double? after) =>
        before is { } then && after is { } now ? new ChangeFigure(new CountPair(then, now)) : NotKnown;

    /// <summary>A part of a whole; null is not known.</summary>
    public static FigureValue Share(Proportion? share) => share is { } known ? new ShareFigure(known) : NotKnown;

    /// <summary>Text that is no language's: a number of a case, a user name.</summary>
    public static FigureValue Text(string? text) => string.IsNullOrEmpty(text) ? Nothing : new TextFigure(text);
}
