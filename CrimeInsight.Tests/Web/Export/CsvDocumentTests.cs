using CrimeInsight.Web.Features.Export;

namespace CrimeInsight.Tests.Web.Export;

public sealed class CsvDocumentTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-5.5", "-5.5")]
    [InlineData("-cmd", "'-cmd")]
    public void Cell_Text_IsQuotedAndDisarmed(string text, string expected) => Assert.Equal(expected, CsvDocument.Cell(text));
}
