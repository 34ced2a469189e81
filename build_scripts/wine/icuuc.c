/* Test-only stand-in for the icuuc.dll of Windows 10 and later, which Wine lacks and Qt >= 6.10 asks for: every
 * converter "cannot be opened". Never part of what is shipped. */
#include <stddef.h>
#define E __declspec(dllexport)
typedef int UErrorCode; 
E void* ucnv_open(const char*n, UErrorCode*e){ if(e)*e=4; return NULL; }
E void ucnv_close(void*c){}
E void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void){}
E void UCNV_TO_U_CALLBACK_SUBSTITUTE(void){}
E void ucnv_reset(void*c){}
E signed char ucnv_getMaxCharSize(void*c){ return 1; }
E const char* ucnv_getName(void*c, UErrorCode*e){ if(e)*e=1; return NULL; }
E void ucnv_getToUCallBack(void*c, void**a, const void**x){ if(a)*a=NULL; if(x)*x=NULL; }
E void ucnv_getFromUCallBack(void*c, void**a, const void**x){ if(a)*a=NULL; if(x)*x=NULL; }
E void ucnv_setToUCallBack(void){}
E void ucnv_setFromUCallBack(void){}
E void ucnv_cbToUWriteUChars(void){}
E void ucnv_toUnicode(void){}
E void ucnv_fromUnicode(void){}
E void ucnv_cbFromUWriteUChars(void){}
E int ucnv_toUCountPending(void*c, UErrorCode*e){ return 0; }
E int ucnv_fromUCountPending(void*c, UErrorCode*e){ return 0; }
E const char* ucnv_getStandardName(const char*n,const char*s,UErrorCode*e){ if(e)*e=1; return NULL; }
E const char* ucnv_getAvailableName(int n){ return NULL; }
E int ucnv_countAvailable(void){ return 0; }
