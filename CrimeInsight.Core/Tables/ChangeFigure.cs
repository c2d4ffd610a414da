using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Tables;

/// <summary>A change between two counts: in percent where they are enough for it, else the counts themselves.</summary>
public sealed record ChangeFigure(CountPair Pair) : FigureValue;
