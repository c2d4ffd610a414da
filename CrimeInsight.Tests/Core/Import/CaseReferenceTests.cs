using CrimeInsight.Core.Import.Judging;

namespace CrimeInsight.Tests.Core.Import;

/// <summary>The same number is one reference however it is written, and different numbers never are.</summary>
public sealed class CaseReferenceTests
{
    [Theory]
    [InlineData("123/2024", "123/2024")]
    [InlineData("0123/24", "123/2024")]
    [InlineData("  123 / 2024 ", "123/2024")]
    [InlineData("१२३/२०२४", "123/2024")]
    [InlineData("１２３/２０２４", "123/2024")]
    [InlineData("123\u200b/2024", "123/2024")]
    [InlineData("12/95", "12/95")]
    [InlineData("5/12", "5/12")]
    [InlineData("12/23", "12/2023")]
    [InlineData("000123", "123")]
    [InlineData("fir-12a", "FIR-12A")]
    [InlineData("FIR  No.\u00a012", "FIR NO.12")]
    [InlineData("FIR 12", "FIR 12")]
    [InlineData("123–2024", "123-2024")]
    [InlineData("01/2024/Alpha  Town", "1/2024/ALPHA TOWN")]
    [InlineData("KL-007/24", "KL-7/2024")]
    [InlineData("थाना\u0958-1", "थाना\u0915\u093c-1")]
    [InlineData("~00001", "~00001")]
    [InlineData("0", "0")]
    [InlineData("00", "0")]
    public void FormOf_OneNumberWrittenOtherwise_IsOneForm(string reference, string form)
    {
        Assert.Equal(form, FormOf(reference));
        Assert.Equal(form, FormOf(form));
    }

    [Theory]
    [InlineData("123/2024", "123/2023")]
    [InlineData("123/2024", "1230/2024")]
    [InlineData("2024/12", "2024/2012")]
    [InlineData("1.05", "1.5")]
    [InlineData("10", "1")]
    [InlineData("12A", "12B")]
    [InlineData("FIR 1 2", "FIR 12")]
    [InlineData("2023-24/12", "2023-24/2012")]
    [InlineData("A/24", "A/2024")]
    public void FormOf_DifferentNumbers_Differ(string one, string other) => Assert.NotEqual(FormOf(one), FormOf(other));

    private static string FormOf(string reference) => CaseReference.FormOf(reference, new DateOnly(2024, 1, 3), new DateOnly(2023, 12, 30));
}
