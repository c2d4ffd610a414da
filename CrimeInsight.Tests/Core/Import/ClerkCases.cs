namespace CrimeInsight.Tests.Core.Import;

/// <summary>Tables of cases: a line each, its five cells divided by bars.</summary>
internal static class ClerkCases
{
    public static TheoryData<string, string, string, string, string> Read(string lines)
    {
        var data = new TheoryData<string, string, string, string, string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.Split('|', StringSplitOptions.TrimEntries) is [var first, var second, var third, var fourth, var fifth])
                data.Add(first, second, third, fourth, fifth);
            else
                throw new FormatException($"'{line}' has no five cells.");
        return data;
    }

    public static TheoryData<string, string> Pairs(string lines)
    {
        var data = new TheoryData<string, string>();
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.Split('|', StringSplitOptions.TrimEntries) is [var first, var second])
                data.Add(first, second);
            else
                throw new FormatException($"'{line}' has no two cells.");
        return data;
    }
}
