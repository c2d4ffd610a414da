using System.Collections;
using System.Reflection;

namespace CrimeInsight.Tests.Support;

/// <summary>Compares reports member by member, lists in their order: a member that is not read back is a difference.</summary>
internal static class SameReport
{
    public static void Assert(object? expected, object? actual, string path = "report")
    {
        if (Equals(expected, actual))
            return;
        if (expected is null || actual is null || expected.GetType() != actual.GetType())
            Xunit.Assert.Fail($"{path}: expected {expected ?? "nothing"}, got {actual ?? "nothing"}.");
        if (expected is IEnumerable all and not string)
        {
            var (was, read) = (all.Cast<object?>().ToList(), ((IEnumerable)actual).Cast<object?>().ToList());
            Xunit.Assert.Equal(was.Count, read.Count);
            for (var i = 0; i < was.Count; i++)
                Assert(was[i], read[i], $"{path}[{i}]");
            return;
        }

        var members = expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.GetIndexParameters().Length == 0)
            .ToList();
        if (members.Count == 0 || expected.GetType().IsPrimitive)
            Xunit.Assert.Fail($"{path}: expected {expected}, got {actual}.");
        foreach (var member in members)
            Assert(member.GetValue(expected), member.GetValue(actual), $"{path}.{member.Name}");
    }
}
