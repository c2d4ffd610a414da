using System.Globalization;

namespace CrimeInsight.Benchmarks;

/// <summary>Figures as a Markdown table.</summary>
internal sealed class FigureTable(TextWriter output)
{
    private readonly List<Figure> _figures = [];

    public void Add(string name, string measured, string budget, bool? isMet)
    {
        _figures.Add(new Figure(name, measured, budget, isMet));
        output.WriteLine($"  {name}: {measured}");
    }

    /// <summary>A figure that should be at most its budget.</summary>
    public void AddAtMost(string name, double measured, double budget, string unit) => Add(
        name, string.Create(CultureInfo.InvariantCulture, $"{measured:0.#} {unit}"), string.Create(CultureInfo.InvariantCulture, $"≤ {budget:0.#} {unit}"),
        measured <= budget);

    /// <summary>Figures as people of every language read them.</summary>
    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public void Note(string line) => output.WriteLine(line);

    public void Print()
    {
        output.WriteLine();
        output.WriteLine("| figure | measured | budget | met |");
        output.WriteLine("|---|---|---|---|");
        foreach (var figure in _figures)
            output.WriteLine(
                $"| {figure.Name} | {figure.Measured} | {figure.Budget} | {figure.IsMet switch { true => "yes", false => "**no**", null => "" }} |");
    }
}
