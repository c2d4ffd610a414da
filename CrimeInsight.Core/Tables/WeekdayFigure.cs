namespace CrimeInsight.Core.Tables;

/// <summary>A day of the week: 1 Monday … 7 Sunday.</summary>
public sealed record WeekdayFigure(int IsoWeekday) : FigureValue;
