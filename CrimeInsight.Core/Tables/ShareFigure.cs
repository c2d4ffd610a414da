using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Tables;

/// <summary>A part of a whole: in percent where the whole is enough for it, else both counts.</summary>
public sealed record ShareFigure(Proportion Part) : FigureValue;
